/** The sample organisation that a newcomer works with, each account's password its own name. Nothing of it exists in production. */
package org.bihuan.demo.organisation;
