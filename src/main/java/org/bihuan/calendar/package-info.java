/** Working days, deadlines and lights: pure policies over the announced holidays, each explaining its result. */
package org.bihuan.calendar;
