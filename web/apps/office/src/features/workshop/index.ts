import type { Feature } from '../../shell/feature'

export default {
  id: 'workshop',
  zh: '应用维护',
  en: 'Workshop',
  routes: [
    { path: '/workshop/process', component: () => import('./pages/ProcessPage.vue') },
    { path: '/workshop/classes', component: () => import('./pages/ClassesPage.vue') },
    { path: '/workshop/people', component: () => import('./pages/PeoplePage.vue') },
    { path: '/workshop/rights', component: () => import('./pages/RightsPage.vue') },
    { path: '/workshop/calendar', component: () => import('./pages/CalendarPage.vue') },
    { path: '/workshop/journal', component: () => import('./pages/JournalPage.vue') },
    { path: '/workshop/map', component: () => import('./pages/MapLookPage.vue') },
    { path: '/workshop/alarms', component: () => import('./pages/AlarmsPage.vue') },
  ],
  nav: [
    { path: '/workshop/people', order: 78, zh: '机构人员', en: 'People', permission: ['ORGANIZATION_EDIT', 'APPOINT'] },
    { path: '/workshop/rights', order: 83, zh: '权限', en: 'Rights', permission: ['ORGANIZATION_EDIT', 'APPOINT', 'JOURNAL_READ'] },
    { path: '/workshop/classes', order: 79, zh: '小类规范', en: 'Classes', permission: 'CATALOG_EDIT' },
    { path: '/workshop/process', order: 80, zh: '流程', en: 'Process', permission: 'PROCESS_EDIT' },
    { path: '/workshop/map', order: 80.5, zh: '图面', en: 'Map look', permission: 'LAND_EDIT' },
    { path: '/workshop/calendar', order: 81, zh: '日历', en: 'Calendar', permission: 'CALENDAR_EDIT' },
    { path: '/workshop/journal', order: 82, zh: '日志', en: 'Journal', permission: 'JOURNAL_READ' },
  ],
} satisfies Feature
