export { default as CityMap } from './parts/CityMap.vue'
export { default as LayerMap } from './parts/LayerMap.vue'
export type { Hit } from './LandLayers'
