import type { Feature } from '../../shell/feature'

export default {
  id: 'shift',
  zh: '值班',
  en: 'Shift',
  routes: [{ path: '/shift', component: () => import('./pages/ShiftPage.vue') }],
  nav: [{ path: '/shift', order: 4, zh: '值班', en: 'Shift', permission: 'CASE_ACT', kinds: ['operator', 'shift-leader', 'center-chief'] }],
} satisfies Feature
