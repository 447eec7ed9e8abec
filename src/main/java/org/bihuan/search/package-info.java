/** 搜索: what people wrote about cases, kept beside as it is looked for, and found by those who may read it. Knows no step and no engine. */
package org.bihuan.search;
