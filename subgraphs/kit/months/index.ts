export { FIRST_MONTH, LAST_MONTH, addMonths, firstDayOf, isMonth, monthsBetween, monthsOf, type Month } from './month';
