import type { Feature } from '../../shell/feature'

export default {
  id: 'exchange',
  zh: '数据交换',
  en: 'Exchange',
  routes: [
    { path: '/exchange', component: () => import('./pages/LinePage.vue') },
    { path: '/exchange/letters', component: () => import('./pages/LetterPage.vue') },
    { path: '/exchange/cases', component: () => import('./pages/SharedCasePage.vue') },
    { path: '/exchange/strangers', component: () => import('./pages/StrangerPage.vue') },
    { path: '/exchange/departments', component: () => import('./pages/DepartmentPage.vue') },
    { path: '/exchange/settings', component: () => import('./pages/SettingPage.vue') },
  ],
  nav: [
    { path: '/exchange', order: 70, zh: '数据交换', en: 'Exchange', permission: 'EXCHANGE_READ' },
  ],
} satisfies Feature
