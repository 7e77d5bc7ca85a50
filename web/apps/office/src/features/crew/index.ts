import type { Feature } from '../../shell/feature'

export default {
  id: 'crew',
  zh: '班组',
  en: 'Crew',
  routes: [{ path: '/crew', component: () => import('./pages/CrewPage.vue') }],
  nav: [{ path: '/crew', order: 4, zh: '班组', en: 'Crew', permission: 'CASE_ACT', kinds: ['handler'] }],
} satisfies Feature
