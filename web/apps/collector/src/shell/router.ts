import { createRouter, createWebHistory } from 'vue-router'
import HomePage from '../pages/HomePage.vue'
import ReportPage from '../pages/ReportPage.vue'
import TasksPage from '../pages/TasksPage.vue'
import TaskPage from '../pages/TaskPage.vue'
import BoxesPage from '../pages/BoxesPage.vue'
import MePage from '../pages/MePage.vue'
import MapPage from '../pages/MapPage.vue'
import RollCallPage from '../pages/RollCallPage.vue'
import ContactsPage from '../pages/ContactsPage.vue'
import NotePage from '../pages/NotePage.vue'

export const router = createRouter({
  history: createWebHistory('/collector/'),
  routes: [
    { path: '/', component: HomePage },
    { path: '/report/:id', component: ReportPage },
    { path: '/tasks', component: TasksPage },
    { path: '/tasks/:number', component: TaskPage },
    { path: '/boxes', component: BoxesPage },
    { path: '/map', component: MapPage },
    { path: '/me', component: MePage },
    { path: '/attendance', redirect: '/me' },
    { path: '/roll-calls/:id', component: RollCallPage },
    { path: '/contacts', component: ContactsPage },
    { path: '/notes/:id', component: NotePage },
    { path: '/checks/:id', redirect: '/tasks' },
    { path: '/handovers/:id', redirect: '/tasks' },
    { path: '/censuses/:id', redirect: '/' },
    { path: '/:rest(.*)*', redirect: '/' },
  ],
})
