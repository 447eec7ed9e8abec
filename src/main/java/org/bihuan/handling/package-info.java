/** 办理与答复: from delivery to the issued written reply, under the two-month clock. */
package org.bihuan.handling;
