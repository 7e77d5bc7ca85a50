import { createRouter, createWebHistory } from 'vue-router'
import basedata from '../features/basedata'
import cases from '../features/cases'
import evaluation from '../features/evaluation'
import geocoding from '../features/geocoding'
import session from '../features/session'
import type { Feature } from './feature'
import { find, signedIn } from './useSignedIn'

export const features: Feature[] = [session, cases, geocoding, basedata, evaluation]

export const router = createRouter({
  history: createWebHistory('/office/'),
  routes: [
    { path: '/', redirect: '/cases' },
    ...features.flatMap(feature => feature.routes),
    { path: '/:rest(.*)*', component: () => import('./parts/NoSuchPage.vue') },
  ],
})

router.beforeEach(async to => {
  await find()
  if (!signedIn.value && !to.meta.open) return { path: '/sign-in', query: to.path === '/' ? {} : { to: to.fullPath } }
  if (signedIn.value?.mustChange && to.path !== '/password') return '/password'
  return signedIn.value && to.path === '/sign-in' ? '/cases' : true
})
