/** The sample: a year of the organisation's work, replayed on first start. Nothing of it exists in production, and nothing outside knows it. */
package org.bihuan.demo.sample;
