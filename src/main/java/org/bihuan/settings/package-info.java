/** The house's own settings: what each is for and may be, and the check of all of them before anything starts. */
package org.bihuan.settings;
