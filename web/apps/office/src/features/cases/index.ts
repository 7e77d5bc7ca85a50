import type { Feature } from '../../shell/feature'

export default {
  id: 'cases',
  zh: '案件',
  en: 'Cases',
  routes: [
    { path: '/cases', component: () => import('./pages/CaseListPage.vue') },
    { path: '/desk/:queue?', component: () => import('./pages/DeskPage.vue'), props: route => ({ queue: String(route.params.queue || 'to-do') }) },
    { path: '/cases/new', component: () => import('./pages/NewCasePage.vue') },
    { path: '/cases/:number(\\d{17,24})', component: () => import('./pages/CasePage.vue'), props: true },
  ],
  nav: [
    { path: '/desk', order: 1, zh: '工作台', en: 'Desk', permission: 'CASE_ACT' },
    { path: '/cases', order: 10, zh: '查询', en: 'Search', permission: 'CASE_READ' },
  ],
} satisfies Feature
