import '@fontsource/noto-sans-sc/400.css'
import '@fontsource/noto-sans-sc/700.css'
import 'ol/ol.css'
import './style.css'
import { createApp } from 'vue'
import { createRouter, createWebHistory } from 'vue-router'
import App from './App.vue'

const router = createRouter({
  history: createWebHistory('/report/'),
  routes: [
    { path: '/:platform?', component: () => import('./features/report/ReportPage.vue') },
    { path: '/:platform/follow/:number?', component: () => import('./features/follow/FollowPage.vue') },
  ],
})

createApp(App).use(router).mount('#app')
