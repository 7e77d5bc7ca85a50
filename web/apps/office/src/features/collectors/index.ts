import type { Feature } from '../../shell/feature'

export default {
  id: 'collectors',
  zh: '采集员',
  en: 'Collectors',
  routes: [
    { path: '/collectors', component: () => import('./pages/CollectorsPage.vue') },
    { path: '/censuses', component: () => import('./pages/CensusPage.vue') },
    { path: '/field-notes', component: () => import('./pages/FieldNotesPage.vue') },
    { path: '/collectors/:post', component: () => import('./pages/CollectorPage.vue') },
  ],
  nav: [
    { path: '/collectors', order: 45, zh: '采集员', en: 'Collectors', permission: 'CASE_READ', kinds: ['operator', 'shift-leader', 'center-chief', 'dispatcher', 'command-chief', 'leader'] },
    { path: '/censuses', order: 46, zh: '专项普查', en: 'Censuses', permission: 'CASE_ACT', kinds: ['operator', 'shift-leader', 'center-chief'] },
    { path: '/field-notes', order: 47, zh: '部件变更', en: 'Component notes', permission: 'LAND_EDIT' },
  ],
} satisfies Feature
