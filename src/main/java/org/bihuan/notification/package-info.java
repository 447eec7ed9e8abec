/** Mail: a notice goes out to the addresses of its recipient, once each, retried by the engine. */
package org.bihuan.notification;
