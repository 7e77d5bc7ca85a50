import { createRouter, createWebHistory } from 'vue-router'
import acceptance from '../features/acceptance'
import appeals from '../features/appeals'
import basedata from '../features/basedata'
import cases from '../features/cases'
import collectors from '../features/collectors'
import crew from '../features/crew'
import evaluation from '../features/evaluation'
import exchange from '../features/exchange'
import geocoding from '../features/geocoding'
import knowledge from '../features/knowledge'
import leadership from '../features/leadership'
import session from '../features/session'
import shift from '../features/shift'
import workshop from '../features/workshop'
import type { Feature } from './feature'
import { find, permissions, signedIn } from './useSignedIn'

export const features: Feature[] = [session, cases, acceptance, shift, leadership, knowledge, geocoding, basedata, evaluation, collectors, appeals, crew, exchange, workshop]

/** Where somebody lands whose post has no desk. */
function firstPlace(): string | undefined {
  return features.flatMap(feature => feature.nav ?? []).filter(place => !place.kinds && [place.permission].flat().some(each => permissions.value.includes(each)))
    .sort((a, b) => a.order - b.order)[0]?.path
}

export const router = createRouter({
  history: createWebHistory('/office/'),
  routes: [
    { path: '/', redirect: '/desk' },
    ...features.flatMap(feature => feature.routes),
    { path: '/:rest(.*)*', component: () => import('./parts/NoSuchPage.vue') },
  ],
})

router.beforeEach(async to => {
  await find()
  if (!signedIn.value && !to.meta.open) return { path: '/sign-in', query: to.path === '/' ? {} : { to: to.fullPath } }
  if (signedIn.value?.mustChange && to.path !== '/password') return '/password'
  if (signedIn.value?.mustSecure && !signedIn.value.mustChange && to.path !== '/second-step') return '/second-step'
  if (signedIn.value && to.path === '/desk' && permissions.value.length && !permissions.value.includes('CASE_READ')) return firstPlace() ?? true
  return signedIn.value && to.path === '/sign-in' ? '/desk' : true
})
