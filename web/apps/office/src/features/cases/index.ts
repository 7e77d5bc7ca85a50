import type { Feature } from '../../shell/feature'

export default {
  id: 'cases',
  zh: '案件',
  en: 'Cases',
  routes: [
    { path: '/cases', component: () => import('./pages/CaseListPage.vue') },
    { path: '/cases/new', component: () => import('./pages/NewCasePage.vue') },
    { path: '/cases/:number(\\d{17,24})', component: () => import('./pages/CasePage.vue'), props: true },
  ],
  nav: [
    { path: '/cases', order: 10, zh: '案件', en: 'Cases', permission: 'CASE_READ' },
    { path: '/cases/new', order: 11, zh: '登记上报', en: 'New case', permission: 'CASE_ACT' },
  ],
} satisfies Feature
