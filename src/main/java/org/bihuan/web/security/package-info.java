/** The filters before every entrance, the login and who it makes a reader, and how a request is turned down; knows no page. */
package org.bihuan.web.security;
