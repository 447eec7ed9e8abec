/** 故障: what the engine could not do by itself, told to the administrators in the words of the house, and tried again by them. Knows no step. */
package org.bihuan.operation;
