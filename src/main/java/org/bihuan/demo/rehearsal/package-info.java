/** 演练时钟: lets an evaluation put the clock forward. Nothing of it exists in production, and nothing outside knows it but the sample. */
package org.bihuan.demo.rehearsal;
