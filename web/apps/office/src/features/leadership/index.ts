import type { Feature } from '../../shell/feature'

export default {
  id: 'leadership',
  zh: '督办',
  en: 'Leadership',
  routes: [{ path: '/leadership', component: () => import('./pages/LeadershipPage.vue') }],
  nav: [{ path: '/leadership', order: 2, zh: '督办', en: 'Leadership', permission: 'CASE_ACT', kinds: ['leader', 'center-chief', 'command-chief'] }],
} satisfies Feature
