/// What a phone reports: the form is kept at once, performed when its photos are there, compared with the track.
@NullMarked
package jingwei.collection.submission;

import org.jspecify.annotations.NullMarked;
