/** What stands between every client and the engine: answers are taken aside, side doors are shut, and a refusal arrives in its own words. */
package org.bihuan.engine.guard;
