import type { Feature } from '../../shell/feature'

export default {
  id: 'workshop',
  zh: '应用维护',
  en: 'Workshop',
  routes: [
    { path: '/workshop/process', component: () => import('./pages/ProcessPage.vue') },
  ],
  nav: [
    { path: '/workshop/process', order: 80, zh: '流程', en: 'Process', permission: 'PROCESS_EDIT' },
  ],
} satisfies Feature
