import type { Feature } from '../../shell/feature'

export default {
  id: 'basedata',
  zh: '基础数据',
  en: 'Base data',
  routes: [
    { path: '/basedata', component: () => import('./pages/LayersPage.vue') },
    { path: '/basedata/updates', component: () => import('./pages/UpdatesPage.vue') },
    { path: '/basedata/cells', component: () => import('./pages/CellsPage.vue') },
    { path: '/basedata/updates/:id', component: () => import('./pages/UpdatePage.vue'), props: true },
  ],
  nav: [
    { path: '/basedata', order: 50, zh: '图层', en: 'Layers', permission: 'LAND_READ' },
    { path: '/basedata/updates', order: 51, zh: '数据更新', en: 'Updates', permission: 'LAND_READ' },
    { path: '/basedata/cells', order: 52, zh: '网格编辑', en: 'Edit cells', permission: 'LAND_EDIT' },
  ],
} satisfies Feature
