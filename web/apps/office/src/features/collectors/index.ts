import type { Feature } from '../../shell/feature'

export default {
  id: 'collectors',
  zh: '采集员',
  en: 'Collectors',
  routes: [
    { path: '/collectors', component: () => import('./pages/CollectorsPage.vue') },
    { path: '/collectors/:post', component: () => import('./pages/CollectorPage.vue') },
  ],
  nav: [{ path: '/collectors', order: 45, zh: '采集员', en: 'Collectors', permission: 'CASE_READ', kinds: ['operator', 'shift-leader', 'center-chief', 'dispatcher', 'command-chief', 'leader'] }],
} satisfies Feature
