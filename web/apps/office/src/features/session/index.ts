import type { Feature } from '../../shell/feature'

export default {
  id: 'session',
  zh: '登录',
  en: 'Sign in',
  routes: [
    { path: '/sign-in', component: () => import('./pages/SignInPage.vue'), meta: { open: true } },
    { path: '/second-step', component: () => import('./pages/SecondStepPage.vue') },
    { path: '/password', component: () => import('./pages/PasswordPage.vue') },
  ],
} satisfies Feature
