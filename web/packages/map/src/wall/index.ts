export * from './PointCloud'
export * from './WallMap'
