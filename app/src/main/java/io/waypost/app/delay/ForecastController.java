package io.waypost.app.delay;

import io.waypost.app.delay.DelayViews.ParcelForecast;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/parcels/{waybill}/forecast")
class ForecastController {

    private final Forecasts forecasts;

    ForecastController(Forecasts forecasts) {
        this.forecasts = forecasts;
    }

    @GetMapping
    ParcelForecast of(@PathVariable String waybill) {
        return forecasts.of(waybill);
    }
}
