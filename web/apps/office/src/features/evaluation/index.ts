import type { Feature } from '../../shell/feature'

export default {
  id: 'evaluation',
  zh: '评价',
  en: 'Evaluation',
  routes: [
    { path: '/evaluation', component: () => import('./pages/ResultPage.vue') },
    { path: '/evaluation/statistics', component: () => import('./pages/StatisticPage.vue') },
    { path: '/evaluation/ledgers', component: () => import('./pages/LedgerPage.vue') },
    { path: '/evaluation/findings', component: () => import('./pages/FindingPage.vue') },
    { path: '/evaluation/seals', component: () => import('./pages/SealPage.vue') },
    { path: '/evaluation/sheets', component: () => import('./pages/SheetPage.vue') },
    { path: '/evaluation/reports', component: () => import('./pages/ReportPage.vue') },
  ],
  nav: [
    { path: '/evaluation', order: 60, zh: '综合评价', en: 'Evaluation', permission: 'EVALUATION_READ' },
  ],
} satisfies Feature
