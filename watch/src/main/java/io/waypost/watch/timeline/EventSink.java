package io.waypost.watch.timeline;

/** Takes the events of a timeline, in the order of their arrival. */
@FunctionalInterface
public interface EventSink {

    /** Takes one event; the carrier is filled anew for the next one and must not be kept. */
    void accept(TimelineEvent event);
}
