import type { Feature } from '../../shell/feature'

export default {
  id: 'knowledge',
  zh: '知识库',
  en: 'Knowledge',
  routes: [{ path: '/knowledge', component: () => import('./pages/KnowledgePage.vue') }],
  nav: [{ path: '/knowledge', order: 40, zh: '知识库', en: 'Knowledge', permission: 'CATALOG_READ' }],
} satisfies Feature
