import type { RouteRecordRaw } from 'vue-router'

/** 功能: what a folder of `features` tells the shell about itself. */
export interface Feature {
  id: string
  zh: string
  en: string
  routes: RouteRecordRaw[]
  /** Where it stands in the bar; left out for a feature that is reached otherwise. `permission`: any of them; `kinds`: kinds of post it is of use to. */
  nav?: { path: string, order: number, zh: string, en: string, permission: string | string[], kinds?: string[] }[]
}
