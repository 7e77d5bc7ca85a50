export { default as AddressBox } from './parts/AddressBox.vue'
export { default as LightMark } from './parts/LightMark.vue'
export { default as RefusalNotice } from './parts/RefusalNotice.vue'
export * from './useLanguage'
