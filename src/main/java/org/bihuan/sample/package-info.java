/** The sample: an organisation and a year of its work, replayed on first start. Nothing of it exists in production, and nothing outside knows it. */
package org.bihuan.sample;
