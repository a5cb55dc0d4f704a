# docker build -t summarybot . && docker run -v summarybot:/data summarybot
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
# /image/data is the folder that the user of the last image may write to
RUN dotnet publish src/SummaryBot.Host -c Release -o /app && mkdir -p /image/data

FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra
COPY --from=build --chown=app:app /image /
COPY --from=build /app /app
WORKDIR /data
ENV SUMMARYBOT__STORAGE__SQLITEPATH=/data/summarybot.db \
    SUMMARYBOT__HEALTH__ADDRESS=http://0.0.0.0:8720
USER app
EXPOSE 8720
VOLUME /data
ENTRYPOINT ["dotnet", "/app/summarybot.dll"]
