/** The engine's time: its one clock, when its jobs run, and how long each task may take by its model. */
package org.bihuan.engine.time;
