/** The published year as sample data: 33 outcomes, replayed through the real engine by the accounts of the sample organisation. Evaluation only. */
package org.bihuan.sample;
