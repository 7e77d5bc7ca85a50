import type { Feature } from '../../shell/feature'

const KINDS = ['operator', 'shift-leader', 'center-chief']

export default {
  id: 'acceptance',
  zh: '受理',
  en: 'Acceptance',
  routes: [
    { path: '/acceptance', component: () => import('./pages/AcceptancePage.vue') },
    { path: '/acceptance/call/:call', component: () => import('./pages/AcceptancePage.vue'), props: true },
    { path: '/call-backs', component: () => import('./pages/CallBackPage.vue') },
  ],
  nav: [
    { path: '/acceptance', order: 2, zh: '受理登记', en: 'Register', permission: 'CASE_ACT', kinds: ['operator'] },
    { path: '/call-backs', order: 3, zh: '回访', en: 'Call-backs', permission: 'CASE_ACT', kinds: KINDS },
  ],
} satisfies Feature
