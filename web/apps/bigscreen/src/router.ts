import { createRouter, createWebHistory } from 'vue-router'
import { find, me } from './session/useSession'

const PHONE = 640

export const router = createRouter({
  history: createWebHistory('/screen/'),
  routes: [
    { path: '/', redirect: to => ({ path: innerWidth < PHONE ? '/phone' : '/wall/overview', query: to.query }) },
    { path: '/sign-in', component: () => import('./session/SignInPage.vue'), meta: { open: true } },
    { path: '/wall/:theme', component: () => import('./wall/WallPage.vue'), props: true },
    { path: '/phone/:tab?', component: () => import('./phone/PhonePage.vue'), props: true },
    { path: '/:rest(.*)*', redirect: '/' },
  ],
})

router.beforeEach(async to => {
  await find()
  document.documentElement.classList.toggle('on-phone', to.path.startsWith('/phone') || (to.path === '/sign-in' && innerWidth < PHONE))
  if (!me.value && !to.meta.open) return { path: '/sign-in', query: { to: to.fullPath } }
  return me.value && to.path === '/sign-in' ? '/' : true
})
