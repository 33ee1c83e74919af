export { generateColorScale } from '@digdir/designsystemet/color';
