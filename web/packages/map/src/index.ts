export { default as CityMap } from './parts/CityMap.vue'
