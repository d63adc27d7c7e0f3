package io.waypost.app.export;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How lists are exported ({@code waypost.export.*}).
 *
 * @param mostRows how many rows one export may have
 * @param sheetRows how many rows stand on one sheet; Excel takes 1,048,576 with the line of titles
 * @param pageRows how many rows are read at once
 * @param leaseSeconds after how long without progress another node takes an export over
 * @param keptHours how long a file can be fetched
 * @param openPerPerson how many exports of one person may wait or run
 */
@ConfigurationProperties("waypost.export")
record ExportSettings(
        @DefaultValue("2000000") long mostRows,
        @DefaultValue("1000000") int sheetRows,
        @DefaultValue("2000") int pageRows,
        @DefaultValue("30") int leaseSeconds,
        @DefaultValue("72") int keptHours,
        @DefaultValue("5") int openPerPerson) {}
