/// HTTP of the collection room: what the collector's app, trackers and the office ask.
@NullMarked
package jingwei.collection.web;

import org.jspecify.annotations.NullMarked;
