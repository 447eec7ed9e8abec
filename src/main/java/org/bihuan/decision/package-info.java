/** 决策表: what the program asks the tables that analysts edit, and what an answer has to be to be understood. Knows the ledger and no step. */
package org.bihuan.decision;
