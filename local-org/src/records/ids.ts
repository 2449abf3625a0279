export { fullId, idOf } from '../store/index.ts';
