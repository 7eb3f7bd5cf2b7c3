# One image for every service: the command says which one a container runs.

FROM node:22-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY tsconfig.json tsconfig.build.json ./
COPY gateway gateway
COPY subgraphs subgraphs
COPY schema schema
COPY migrations migrations
COPY registry registry
COPY conformance conformance
COPY cli cli
RUN npm run build

FROM node:22-slim
ENV NODE_ENV=production
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# The containers use the PostgreSQL of docker-compose.yml: no install script has anything to do.
RUN npm ci --omit=dev --ignore-scripts && npm cache clean --force
COPY --from=build /app/dist dist
COPY schema/*.graphql schema/
COPY gateway/map/outlines gateway/map/outlines
COPY cli/maillage.js cli/maillage.js
COPY cli/scaffold/template cli/scaffold/template
COPY LICENSE README.md ./
# A named volume takes the owner that its folder has here.
RUN mkdir -p /var/lib/maillage && chown node:node /var/lib/maillage
USER node
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "dist/gateway/main.js"]
