# Debian, not Alpine: the PostgreSQL of the npm package needs glibc.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY . .
# Deleted rather than omitted: npm keeps a development package that another one could make use of.
RUN npm ci --no-audit --no-fund \
  && npm pkg delete devDependencies scripts.prepare \
  && npm prune --no-audit --no-fund

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 LIENTHONG_DATA=/data
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY --from=build /app/bin bin
COPY --from=build /app/fixtures fixtures
COPY --from=build /app/prisma/migrations prisma/migrations
COPY --from=build /app/src/web/public src/web/public
RUN install -d -o node -g node -m 700 /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "bin/lienthong.js", "start"]
