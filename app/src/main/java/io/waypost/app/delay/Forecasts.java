package io.waypost.app.delay;

import io.waypost.app.delay.DelayViews.ForecastState;
import io.waypost.app.delay.DelayViews.ParcelForecast;
import io.waypost.app.delay.Warning.Estimate;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.parcel.Journeys;
import io.waypost.core.scan.Codes;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** When a parcel will probably be delivered, by the model in force and what is known of it now; within the actor's scope. */
@Service
class Forecasts {

    private final Journeys journeys;
    private final Courses courses;
    private final ModelShelf shelf;
    private final StopsOnTheWay stops;
    private final Clock clock;

    Forecasts(Journeys journeys, Courses courses, ModelShelf shelf, StopsOnTheWay stops, Clock clock) {
        this.journeys = journeys;
        this.courses = courses;
        this.shelf = shelf;
        this.stops = stops;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    ParcelForecast of(String typed) {
        var waybill = Codes.waybill(typed);
        var way = waybill == null
                ? null
                : journeys.of(List.of(waybill)).stream().findFirst().orElse(null);
        if (waybill == null || way == null) {
            throw Refusal.notFound("parcel", typed);
        }
        var course = courses.of(way);
        var last = course.last();
        if (last == null || !last.underWay()) {
            return new ParcelForecast(waybill, ForecastState.NOT_UNDER_WAY, way.promisedAt(), null);
        }
        var now = clock.instant();
        var estimate = shelf.current().resting(stops.of(course)).outlook(last, now)
                .map(outlook -> Estimate.of(outlook, way.promisedAt(), now));
        return new ParcelForecast(waybill,
                estimate.isPresent() ? ForecastState.FORECAST : ForecastState.NOT_LEARNT, way.promisedAt(),
                estimate.orElse(null));
    }
}
