/** 办理与答复: from delivery to the issued written reply, under the clock of the reply. */
package org.bihuan.handling;
