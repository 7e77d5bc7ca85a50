import type { Feature } from '../../shell/feature'

export default {
  id: 'session',
  zh: '登录',
  en: 'Sign in',
  routes: [
    { path: '/sign-in', component: () => import('./pages/SignInPage.vue'), meta: { open: true } },
    { path: '/password', component: () => import('./pages/PasswordPage.vue') },
  ],
} satisfies Feature
