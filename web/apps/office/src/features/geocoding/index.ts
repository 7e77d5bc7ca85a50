import type { Feature } from '../../shell/feature'

export default {
  id: 'geocoding',
  zh: '地理编码',
  en: 'Geocoding',
  routes: [
    { path: '/geocoding', component: () => import('./pages/AddressSearchPage.vue') },
    { path: '/geocoding/batch', component: () => import('./pages/AddressBatchPage.vue') },
    { path: '/geocoding/places', component: () => import('./pages/PlacesPage.vue') },
  ],
  nav: [
    { path: '/geocoding', order: 40, zh: '地址查找', en: 'Addresses', permission: 'LAND_READ' },
    { path: '/geocoding/batch', order: 41, zh: '批量匹配', en: 'Address lists', permission: 'LAND_READ' },
    { path: '/geocoding/places', order: 42, zh: '地名库维护', en: 'Places', permission: 'LAND_EDIT' },
  ],
} satisfies Feature
