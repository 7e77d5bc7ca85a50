import type { Feature } from '../../shell/feature'

export default {
  id: 'appeals',
  zh: '超时申诉',
  en: 'Overdue appeals',
  routes: [{ path: '/appeals', component: () => import('./pages/AppealsPage.vue'), props: route => ({ number: String(route.query.number ?? '') }) }],
  nav: [{ path: '/appeals', order: 12, zh: '超时申诉', en: 'Appeals', permission: 'EVALUATION_READ', kinds: ['handler', 'dispatcher', 'command-chief', 'center-chief'] }],
} satisfies Feature
